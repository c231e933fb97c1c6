"""Working days and how limits are counted (行政许可法 art. 82: 期限以工作日计算，不含法定节假日)."""
