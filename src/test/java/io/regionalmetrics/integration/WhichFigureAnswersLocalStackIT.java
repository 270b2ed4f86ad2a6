package io.regionalmetrics.integration;

/** Runs {@link WhichFigureAnswersTest} against LocalStack. */
@OnLocalStack
class WhichFigureAnswersLocalStackIT extends WhichFigureAnswersTest {}
