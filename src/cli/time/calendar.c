/* calendar.c - dates and days of the Gregorian calendar. */
#include "time/calendar.h"

static int is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int calendar_has(int year, int month, int day)
{
	static const char days[] = { 31, 29, 31, 30, 31, 30,
		                     31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return 0;
	return month != 2 || day < 29 || year == 0 || is_leap(year);
}

/* Counted in years that begin with March, so that the day that comes and goes
 * is the last one. */
int64_t calendar_days(int year, int month, int day)
{
	int64_t y = month > 2 ? year : year - 1;
	int64_t m = month > 2 ? month - 3 : month + 9;

	return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day -
	       719469;
}

void calendar_date(int64_t days, int *year, int *month, int *day)
{
	*year = 1970;
	*month = 1;
	while (calendar_days(*year + 1, 1, 1) <= days)
		++*year;
	while (*month < 12 && calendar_days(*year, *month + 1, 1) <= days)
		++*month;
	*day = (int)(days - calendar_days(*year, *month, 1)) + 1;
}
