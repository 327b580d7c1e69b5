/** Accounts for many people at once, from a file: read, looked at, made, and taken back. */
@NullMarked
package org.francophonie.dclic.identity.imports;

import org.jspecify.annotations.NullMarked;
