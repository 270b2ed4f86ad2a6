package io.regionalmetrics.store;

import io.regionalmetrics.model.Source;
import java.util.List;

/**
 * A source and whose figures it has.
 *
 * @param source as it was published last
 * @param companies their ids
 */
public record SourceRecord(Source source, List<String> companies) {}
