package io.regionalmetrics.integration;

/** Runs {@link SecFeedTest} against LocalStack. */
@OnLocalStack
class SecFeedLocalStackIT extends SecFeedTest {}
