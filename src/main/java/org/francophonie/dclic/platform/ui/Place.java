package org.francophonie.dclic.platform.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Announces a view in the main navigation; whoever lacks its right does not see it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Place {
    /** Message key of its name. */
    String value();

    /** Name of a drawing in {@link Icon}. */
    Icon icon();

    int order();
}
