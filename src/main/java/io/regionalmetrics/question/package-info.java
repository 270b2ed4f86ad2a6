/** From the parameters of a request to a question that is understood. */
@NullMarked
package io.regionalmetrics.question;

import org.jspecify.annotations.NullMarked;
