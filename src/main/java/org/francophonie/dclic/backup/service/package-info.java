@NullMarked
package org.francophonie.dclic.backup.service;

import org.jspecify.annotations.NullMarked;
