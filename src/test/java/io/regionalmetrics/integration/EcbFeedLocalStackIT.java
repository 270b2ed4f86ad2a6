package io.regionalmetrics.integration;

/** Runs {@link EcbFeedTest} against LocalStack. */
@OnLocalStack
class EcbFeedLocalStackIT extends EcbFeedTest {}
