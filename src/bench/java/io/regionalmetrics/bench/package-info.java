/**
 * Benchmarks: times against bare handlers, requests and read capacity, bytes stored, and the size
 * of the deployed package.
 */
@NullMarked
package io.regionalmetrics.bench;

import org.jspecify.annotations.NullMarked;
