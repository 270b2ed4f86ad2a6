package io.regionalmetrics.integration;

/** Runs {@link RefusedDocumentsTest} against LocalStack. */
@OnLocalStack
class RefusedDocumentsLocalStackIT extends RefusedDocumentsTest {}
