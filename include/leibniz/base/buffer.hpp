// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace leibniz {

/// A growing array for the constexpr stages. `T` is an aggregate without initialisers, so that
/// an unused element costs no evaluation step. It lives only inside constant evaluations (and in
/// tests that run the same stages at run time); no emitted function contains one.
template <class T> class buffer {
 public:
  constexpr buffer() = default;
  /// Zeros: cheaper than any other value.
  constexpr explicit buffer(int size_in)
      : data_(new T[static_cast<unsigned>(size_in)]()),  // compile time only
        size_(size_in),
        capacity_(size_in) {}
  constexpr explicit buffer(int size_in, T const& value_in) : size_(size_in), capacity_(size_in) {
    T* const data = new T[static_cast<unsigned>(size_in)];  // compile time only
    for (int i = 0; i < size_in; ++i) data[i] = value_in;
    data_ = data;
  }
  buffer(buffer const&) = delete;
  buffer& operator=(buffer const&) = delete;
  constexpr buffer(buffer&& other_in) noexcept
      : data_(other_in.data_), size_(other_in.size_), capacity_(other_in.capacity_) {
    other_in.data_ = nullptr;
    other_in.size_ = other_in.capacity_ = 0;
  }
  constexpr buffer& operator=(buffer&& other) noexcept {
    swap(other);
    return *this;
  }
  constexpr ~buffer() { delete[] data_; }

  constexpr void swap(buffer& other) {
    T* data = data_;
    int size = size_, capacity = capacity_;
    data_ = other.data_, size_ = other.size_, capacity_ = other.capacity_;
    other.data_ = data, other.size_ = size, other.capacity_ = capacity;
  }
  constexpr void push_back(T const& value) {
    if (size_ == capacity_) {
      T const copy = value;  // it may be an element of this array, which moves
      reserve(size_ < 16 ? 32 : 2 * size_);
      data_[size_++] = copy;
    } else {
      data_[size_++] = value;
    }
  }
  constexpr void reserve(int capacity) {
    if (capacity <= capacity_) return;
    T* const moved = new T[static_cast<unsigned>(capacity)];  // compile time only
    T const* const from = data_;
    int const size = size_;
    for (int i = 0; i < size; ++i) moved[i] = from[i];
    delete[] from;
    data_ = moved;
    capacity_ = capacity;
  }
  constexpr void pop_back() { --size_; }
  constexpr void resize(int size, T value) {
    reserve(size);
    T* const data = data_;
    for (int i = size_; i < size; ++i) data[i] = value;
    size_ = size;
  }

  constexpr T& operator[](int i) { return data_[i]; }
  constexpr T const& operator[](int i) const { return data_[i]; }
  constexpr T& back() { return data_[size_ - 1]; }
  constexpr int size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T* data() { return data_; }
  constexpr T const* data() const { return data_; }
  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }

 private:
  T* data_ = nullptr;  // owned
  int size_ = 0;
  int capacity_ = 0;
};

}  // namespace leibniz
