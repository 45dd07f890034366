// SPDX-License-Identifier: BSL-1.0
// What check_object.py must reject: data, a guard, a type with virtual functions, an exception, an allocation.
struct base {
  virtual ~base() = default;
  virtual double value(double) const;
};
double base::value(double x) const { return x; }
base* make();
double counter;
extern "C" double everything(float x) {
  static base* const known = make();
  if (x < 0) throw new double(static_cast<double>(x) * counter);
  return known->value(static_cast<double>(x) + ++counter);
}
