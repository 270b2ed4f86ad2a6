package io.regionalmetrics.integration;

/** The same against LocalStack. */
@OnLocalStack
class CsvDocumentsLocalStackIT extends CsvDocumentsTest {}
