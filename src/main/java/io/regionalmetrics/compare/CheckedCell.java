package io.regionalmetrics.compare;

import io.regionalmetrics.answer.Subject;
import org.threeten.extra.YearQuarter;

/** One metric of one region in one quarter, whose published figures a {@link Check} looks at. */
public record CheckedCell(Subject subject, YearQuarter period) {}
