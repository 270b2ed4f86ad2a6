package io.regionalmetrics.store;

/**
 * The content of an item, with its version.
 *
 * @param version 0 if there is no item yet; a write must name the version that it replaces
 */
public record Versioned<T>(T value, long version) {}
