@NullMarked
package org.francophonie.dclic.rights.service;

import org.jspecify.annotations.NullMarked;
