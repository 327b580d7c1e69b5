@NamedInterface("service")
@NullMarked
package org.francophonie.dclic.identity.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
