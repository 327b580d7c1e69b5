@NullMarked
package org.francophonie.dclic.authoring.ui;

import org.jspecify.annotations.NullMarked;
