/** Which parts of the application a profile, a group or a person sees, and in what order. */
@NullMarked
package org.francophonie.dclic.rights.screens;

import org.jspecify.annotations.NullMarked;
