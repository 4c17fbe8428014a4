/* calendar.h - dates and days. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdint.h>

/* 1 if there is such a day; without a year, which is 0, February has 29. */
int calendar_has(int year, int month, int day);
/* The days from 1970-01-01 to a date. */
int64_t calendar_days(int year, int month, int day);
/* The date of so many days, 0 or more, since 1970-01-01. */
void calendar_date(int64_t days, int *year, int *month, int *day);

#endif
