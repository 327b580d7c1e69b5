@NamedInterface("service")
@NullMarked
package org.francophonie.dclic.learning.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
