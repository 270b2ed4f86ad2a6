package io.regionalmetrics.integration;

/** Runs {@link ComparisonsTest} against LocalStack. */
@OnLocalStack
class ComparisonsLocalStackIT extends ComparisonsTest {}
