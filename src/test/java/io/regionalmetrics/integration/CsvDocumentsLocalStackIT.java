package io.regionalmetrics.integration;

/** Runs {@link CsvDocumentsTest} against LocalStack. */
@OnLocalStack
class CsvDocumentsLocalStackIT extends CsvDocumentsTest {}
