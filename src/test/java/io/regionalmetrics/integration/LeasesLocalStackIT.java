package io.regionalmetrics.integration;

/** Runs {@link LeasesTest} against LocalStack. */
@OnLocalStack
class LeasesLocalStackIT extends LeasesTest {}
