@NamedInterface("service")
@NullMarked
package org.francophonie.dclic.rights.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
