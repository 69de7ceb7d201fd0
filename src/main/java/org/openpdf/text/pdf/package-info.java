/** One writer that the PDF library lets nobody else derive from its own. Does not hold anything else of ours. */
@NullMarked
package org.openpdf.text.pdf;

import org.jspecify.annotations.NullMarked;
