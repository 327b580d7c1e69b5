@NullMarked
package org.francophonie.dclic.identity.ui;

import org.jspecify.annotations.NullMarked;
