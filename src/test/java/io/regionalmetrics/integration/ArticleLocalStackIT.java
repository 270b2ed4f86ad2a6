package io.regionalmetrics.integration;

/** Runs {@link ArticleTest} against LocalStack. */
@OnLocalStack
class ArticleLocalStackIT extends ArticleTest {}
