/** Tables that people bring from spreadsheets, whatever program and system wrote them; read within bounds. */
@NullMarked
package org.francophonie.dclic.platform.tables;

import org.jspecify.annotations.NullMarked;
