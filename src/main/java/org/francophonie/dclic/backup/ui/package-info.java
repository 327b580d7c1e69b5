@NullMarked
package org.francophonie.dclic.backup.ui;

import org.jspecify.annotations.NullMarked;
