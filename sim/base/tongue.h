// The languages in which loopscope speaks.
#ifndef BASE_TONGUE_H
#define BASE_TONGUE_H

enum tongue {
    TONGUE_EN, // English
    TONGUE_ZH, // Chinese
    TONGUE_COUNT
};

#endif
