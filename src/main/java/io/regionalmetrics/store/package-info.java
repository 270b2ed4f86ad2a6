/**
 * Reads and writes the DynamoDB table; no other package knows DynamoDB. Start with {@link
 * io.regionalmetrics.store.Store}.
 */
@NullMarked
package io.regionalmetrics.store;

import org.jspecify.annotations.NullMarked;
