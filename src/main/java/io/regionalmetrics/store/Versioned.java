package io.regionalmetrics.store;

/**
 * A value from the table, with its item's version.
 *
 * @param value what the item holds
 * @param version 0 if there is no item yet; a write must name the version that it replaces
 */
public record Versioned<T>(T value, long version) {}
