/**
 * From templates to paper: a Markdown template and a gathered record become blocks, and blocks become a tagged,
 * archival PDF (PDF/A-2a and PDF/UA-1 at once). Lives here: the template language, the style sheet, line breaking,
 * pagination, tagging. Does not live here: anything about juries, candidates or certifications.
 */
@NullMarked
package fr.minutier.typesetting;

import org.jspecify.annotations.NullMarked;
