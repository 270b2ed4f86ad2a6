package io.regionalmetrics.integration;

/** The same on DynamoDB in LocalStack. */
@OnLocalStack
class ComparisonsLocalStackIT extends ComparisonsTest {}
