package io.regionalmetrics.store;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items the items on this page, in the list's order
 * @param next the key after which the next page begins; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {}
