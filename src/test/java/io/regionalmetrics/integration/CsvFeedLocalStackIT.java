package io.regionalmetrics.integration;

/** Runs {@link CsvFeedTest} against LocalStack. */
@OnLocalStack
class CsvFeedLocalStackIT extends CsvFeedTest {}
