package io.regionalmetrics.integration;

/** The same on DynamoDB in LocalStack. */
@OnLocalStack
class FaultsLocalStackIT extends FaultsTest {}
