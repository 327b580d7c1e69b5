@NamedInterface("service")
@NullMarked
package org.francophonie.dclic.authoring.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
