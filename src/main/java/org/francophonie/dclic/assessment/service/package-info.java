@NullMarked
package org.francophonie.dclic.assessment.service;

import org.jspecify.annotations.NullMarked;
