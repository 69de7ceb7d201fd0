/** One font class that the PDF library can only accept from its own package. Does not hold anything else of ours. */
package org.openpdf.text.pdf;
