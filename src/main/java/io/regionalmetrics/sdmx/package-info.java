/**
 * What SDMX tools load by SDMX-REST 2.1: {@link io.regionalmetrics.sdmx.Structures} answers
 * structure queries, {@link io.regionalmetrics.sdmx.SdmxData} answers data queries. Both read the
 * path and the parameters of a query, choose a format by the {@code Accept} header, and answer in
 * SDMX-JSON 2.0, SDMX-ML 3.0 or SDMX-CSV 2.0. Refusals are error messages of SDMX.
 */
@NullMarked
package io.regionalmetrics.sdmx;

import org.jspecify.annotations.NullMarked;
