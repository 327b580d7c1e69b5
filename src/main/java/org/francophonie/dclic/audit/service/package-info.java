@NullMarked
package org.francophonie.dclic.audit.service;

import org.jspecify.annotations.NullMarked;
