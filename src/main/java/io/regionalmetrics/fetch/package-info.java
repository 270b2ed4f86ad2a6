/** Gets files from other people's servers, with good manners and with bounds. */
@NullMarked
package io.regionalmetrics.fetch;

import org.jspecify.annotations.NullMarked;
