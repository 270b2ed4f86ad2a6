/**
 * The API on this machine, without Docker: what API Gateway, Lambda and DynamoDB do for it
 * elsewhere, wired by the same template.
 */
@NullMarked
package io.regionalmetrics.local;

import org.jspecify.annotations.NullMarked;
