/** Courses written as packages that the importer reads again: for reuse under their licence, and for their authors. */
@NullMarked
package org.francophonie.dclic.authoring.exports;

import org.jspecify.annotations.NullMarked;
