/**
 * Runs the API on this machine without Docker. Stands in for API Gateway, Lambda and DynamoDB, and
 * reads the same template as the deployment.
 */
@NullMarked
package io.regionalmetrics.local;

import org.jspecify.annotations.NullMarked;
