package io.regionalmetrics.store;

/**
 * What an item holds, and which version of it that is.
 *
 * @param version 0 where there is no item yet; a write must name the version that it replaces
 */
public record Versioned<T>(T value, long version) {}
