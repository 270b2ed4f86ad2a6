package io.regionalmetrics.integration;

/** The same against LocalStack. */
@OnLocalStack
class RefusedDocumentsLocalStackIT extends RefusedDocumentsTest {}
