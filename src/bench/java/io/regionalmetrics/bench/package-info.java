/**
 * What the service costs: time against bare handlers, requests and read capacity, stored bytes, and
 * the size of what is deployed.
 */
@NullMarked
package io.regionalmetrics.bench;

import org.jspecify.annotations.NullMarked;
