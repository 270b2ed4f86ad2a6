package io.regionalmetrics.integration;

/** The same against LocalStack. */
@OnLocalStack
class ArticleLocalStackIT extends ArticleTest {}
