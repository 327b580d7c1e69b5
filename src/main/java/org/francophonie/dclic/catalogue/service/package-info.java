@NullMarked
package org.francophonie.dclic.catalogue.service;

import org.jspecify.annotations.NullMarked;
