package io.regionalmetrics.integration;

/** The same against LocalStack. */
@OnLocalStack
class WhichFigureAnswersLocalStackIT extends WhichFigureAnswersTest {}
