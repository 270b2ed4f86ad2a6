/** The table: what is kept, read and written in DynamoDB. The only package that knows it. */
@NullMarked
package io.regionalmetrics.store;

import org.jspecify.annotations.NullMarked;
