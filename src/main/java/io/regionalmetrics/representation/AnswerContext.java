package io.regionalmetrics.representation;

import io.regionalmetrics.model.Vocabulary;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * What an answer is written with, besides itself.
 *
 * @param vocabularies the definitions of the companies that the answer is about
 * @param next the token of the next page, if there is one
 * @param today the day of the answer, in UTC
 * @param origin the scheme and the host that the client asked, if they are known
 */
public record AnswerContext(
    Collection<Vocabulary> vocabularies,
    Optional<String> next,
    LocalDate today,
    Optional<String> origin) {}
